/*---
grain = "one row per strength or weakness that was written, or whose theme an export tells"
---*/
-- The keys are the same for every viewer: text_key stands for one text as it reads and changes with
-- its words, writer_key for the participant, so that the ledger can forget somebody's codings.
SELECT
    participant_id,
    wave,
    item,
    number,
    theme,
    sha256(participant_id) AS writer_key,
    sha256(concat_ws(chr(31), participant_id, wave, item, number, text)) AS text_key
FROM reflections
WHERE item IN ('strength', 'weakness') AND (text IS NOT NULL OR theme IS NOT NULL)
ORDER BY participant_id, wave, item, number
