"""The questionnaire as files for survey tools, each in the form the tool takes in."""
