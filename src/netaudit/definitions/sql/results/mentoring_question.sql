/*---
grain = "one row per line of mentoring uptake, in the order in which it is read"
---*/
-- item and code say which row of mentoring_statement answers it with yes.
WITH single (line_no, what, category, item) AS (
    VALUES
    (1, 'any_mentor', NULL, 'has_mentor'),
    (2, 'any_mentee', NULL, 'has_mentee'),
    (3, 'giving_and_receiving', NULL, 'gives_and_receives'),
    (4, 'sponsor', NULL, 'has_sponsor'),
    (5, 'outside_mentor', NULL, 'has_outside'),
    (6, 'knowing', 'why', 'helps_why'),
    (7, 'knowing', 'how', 'helps_how'),
    (8, 'knowing', 'whom', 'helps_whom'),
    (9, 'knowing_all', NULL, 'helps_all'),
    (10, 'via_programme', NULL, 'via_programme'),
    (11, 'own_mentor', NULL, 'has_own_find'),
    (12, 'exploratory_first', NULL, 'exploratory_first')
),

listed (line_no, what, codes) AS (
    VALUES
    (20, 'type', ['sponsorship', 'developmental', 'reverse', 'reciprocal', 'peer', 'other']),
    (30, 'formality', ['formal', 'informal']),
    (40, 'mode', ['face_to_face', 'virtual', 'hybrid']),
    (50, 'role', ['mentee', 'mentor', 'both']),
    (60, 'scope', ['narrow', 'broad']),
    (
        70, 'source',
        [
            'former_boss', 'former_teacher', 'coworker_other_department',
            'immediate_circle_other', 'professional_body', 'friend_of_friend',
            'accredited_programme', 'linkedin', 'programme_matched', 'other'
        ]
    ),
    (
        90, 'approach',
        [
            'email', 'linkedin_or_platform', 'introduced_by_colleague', 'in_person',
            'programme_matched', 'they_approached_me', 'other'
        ]
    )
)

SELECT
    line_no,
    what,
    category,
    item,
    'yes' AS code
FROM single
UNION ALL
SELECT
    line_no + generate_subscripts(codes, 1) AS line_no,
    what,
    unnest(codes) AS category,
    what AS item,
    unnest(codes) AS code
FROM listed
ORDER BY line_no
