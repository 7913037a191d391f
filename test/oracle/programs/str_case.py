for s in ["Hello World", "ÀÉÎ straße", "ǆ", "they're bill's", "", "ABC123def", "ﬁ", "İ", "ΑΣ", "x1y2"]:
    print(repr(s.upper()), repr(s.lower()), repr(s.title()), repr(s.capitalize()), repr(s.swapcase()), repr(s.casefold()))
