"""What a text most likely says, by what is known of figures, signs, phrases, places, names and syllables.

It proposes and leaves a doubt at every character it touched; it must not know pages, boxes or confidences.
"""
