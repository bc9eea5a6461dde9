"""Standard forms as data: loads `forms/*/form.toml` and checks it, all findings at once.

It knows how a form is written down; it must not know how a form is read or printed.
"""
