"""One module per step, `NNNN_verb_noun.py`; none imports from jurydesk."""
