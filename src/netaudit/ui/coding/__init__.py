"""The page on which texts are read and coded."""
