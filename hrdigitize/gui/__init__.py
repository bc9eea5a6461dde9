"""The window: rooms, widgets and the state behind them, put on screen with Qt.

It must not know the database, the engines or the readers: slow work runs elsewhere and answers by signal.
"""
