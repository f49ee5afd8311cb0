"""Pieces of the window: plain values in, signals out; none knows a service or a rule.

Start from `acts.Act` (a word, an icon and what it does), which headers, inspectors, empty states
and findings all take. Texts come in ready to show; `labels`, `buttons` and `layouts` keep to the
type and spacing scales; colour goes by `Tone` only.
"""
