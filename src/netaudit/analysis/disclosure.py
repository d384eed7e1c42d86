"""What may be released: no figure on fewer people than the programme's smallest group.

The local user is part of the programme team and sees participants one by one; what is withheld
here are the statistics of small groups (measures.md §12, R1).
"""

import pandas as pd


def release(frame: pd.DataFrame, *, base: str, minimum: int) -> tuple[pd.DataFrame, str]:
    """The rows whose base reaches the minimum, and a sentence about those that were held back.

    `base` names the column that counts participants behind each row. The sentence is empty when
    nothing was held back.
    """
    kept = frame[frame[base] >= minimum].reset_index(drop=True)
    held_back = len(frame) - len(kept)
    if not held_back:
        return kept, ""
    rows = "One row is" if held_back == 1 else f"{held_back} rows are"
    return kept, f"{rows} not shown: fewer than {minimum} participants stand behind it."
