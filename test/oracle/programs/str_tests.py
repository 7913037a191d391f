samples = ["", "abc", "ABC", "Abc", "abc1", "123", "１２", "²", "½", "a b", " \t\n", "_x", "1x", "é", "Hello World", "\u2002", "a-b", "٣", "class"]
for s in samples:
    print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.islower(), s.isupper(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
