"""The consenting cohort as one network: `leaning` and `overlap` of whom they name, the `roster`."""
