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
    (5, 'knowing', 'why', 'helps_why'),
    (6, 'knowing', 'how', 'helps_how'),
    (7, 'knowing', 'whom', 'helps_whom'),
    (8, 'via_programme', NULL, 'via_programme'),
    (9, 'exploratory_first', NULL, 'exploratory_first')
),

listed (line_no, what, codes) AS (
    VALUES
    (10, 'type', ['sponsorship', 'developmental', 'reverse', 'reciprocal', 'peer', 'other']),
    (20, 'formality', ['formal', 'informal']),
    (30, 'mode', ['face_to_face', 'virtual', 'hybrid']),
    (40, 'scope', ['narrow', 'broad']),
    (
        50, 'source',
        [
            'former_boss', 'former_teacher', 'coworker_other_department',
            'immediate_circle_other', 'professional_body', 'friend_of_friend',
            'accredited_programme', 'linkedin', 'programme_matched', 'other'
        ]
    ),
    (
        60, 'approach',
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
