-- What the four patterns have in common: the name of a state and the parts of its evidence. A part
-- that has nothing to say is NULL, and the sentence does without it.

CREATE OR REPLACE MACRO rule_state(rule_holds) AS
    CASE
        WHEN rule_holds THEN 'watch'
        WHEN NOT rule_holds THEN 'clear'
        ELSE 'not_enough_information'
    END;

CREATE OR REPLACE MACRO amount(k, one, many) AS
    CAST(k AS VARCHAR) || ' ' || CASE WHEN k = 1 THEN one ELSE many END;

-- k of n have the property; where nobody's answer is known, the words for that instead.
CREATE OR REPLACE MACRO told(k, u, n, one, many, unanswered) AS
    CASE
        WHEN u = n THEN unanswered
        ELSE CAST(k AS VARCHAR) || ' of ' || amount(n, '', '')
            || CASE WHEN k = 1 THEN one ELSE many END
    END;

-- Some answers are missing, though not all: those are told above.
CREATE OR REPLACE MACRO some_missing(u, n, one, many) AS
    CASE WHEN u BETWEEN 1 AND n - 1 THEN amount(u, one, many) END;

CREATE OR REPLACE MACRO not_known(parts) AS
    'not known: ' || nullif(array_to_string(parts, ' and '), '');

CREATE OR REPLACE MACRO unfinished(is_partial) AS
    CASE WHEN is_partial THEN 'the list is not complete' END;

CREATE OR REPLACE MACRO undecided(rule_holds) AS
    CASE WHEN rule_holds IS NULL THEN 'this is too little to tell' END;

-- One contact, or a tenth of the pairs.
CREATE OR REPLACE MACRO is_near_line(gap, gap_pairs, pairs) AS
    coalesce(gap = 1, FALSE) OR coalesce(gap_pairs * 10 <= pairs, FALSE);

-- On watch either change is enough; when clear, every condition named has to change.
CREATE OR REPLACE MACRO near_line(rule_holds, gap, gap_pairs, pairs) AS
    CASE
        WHEN rule_holds AND is_near_line(gap, gap_pairs, pairs) THEN concat_ws(
            ' or ',
            CASE WHEN gap = 1 THEN '1 contact' END,
            CASE
                WHEN is_near_line(NULL, gap_pairs, pairs) THEN amount(gap_pairs, 'pair', 'pairs')
            END
        )
        WHEN is_near_line(gap, gap_pairs, pairs) THEN concat_ws(
            ' and ', amount(gap, 'contact', 'contacts'), amount(gap_pairs, 'pair', 'pairs')
        )
    END || ' different could change this';

-- The parts as one sentence, or why the list is too short to judge.
CREATE OR REPLACE MACRO evidence_sentence(n, parts) AS
    CASE
        WHEN n IS NULL THEN 'The audit was not done'
        WHEN n = 0 THEN 'Nobody was named, and at least 5 contacts are needed'
        WHEN n < 5
            THEN amount(n, 'contact is', 'contacts are') || ' listed, and at least 5 are needed'
        ELSE array_to_string(parts, '; ')
    END || '.';
