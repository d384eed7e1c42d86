"""What evaluators write down beside the figures: logic model, notes on levels, outcomes."""
