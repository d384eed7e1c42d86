/*---
grain = "two rows per tie, one from each end: contact_no knows other_no"
needs = ["tie_pair"]
---*/
SELECT
    audit_id,
    low_no AS contact_no,
    high_no AS other_no
FROM tie_pair
WHERE is_tied
UNION ALL
SELECT
    audit_id,
    high_no AS contact_no,
    low_no AS other_no
FROM tie_pair
WHERE is_tied
