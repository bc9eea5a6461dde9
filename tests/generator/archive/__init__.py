"""A mixed archive of made-up cadres: dossiers as they leave the feeder, with the truth of every page.

It must not know how papers are sorted: titles, heads and sentences follow what offices write.
"""
