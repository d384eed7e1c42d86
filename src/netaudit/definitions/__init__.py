"""Everything that is computed, one SQL file each: sql/README.md says what there is."""
