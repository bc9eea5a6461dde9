"""Search: the words of records and documents as lists, and the ladder of questions that is asked of them."""
