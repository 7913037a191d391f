"""
Strings and dicts: `run(n)` makes n words of 5,000, counts them, and writes out those that begin with a seven, sixteen in a
line.
"""


def run(n):
    words = make_words(n)
    counts = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    total = 0
    for word in words:
        total += counts[word] * len(word)
    text = "\n".join(lines_of(words, "7"))
    return str(total) + " " + str(len(text))


def make_words(n):
    words = []
    random = 42
    for _ in range(n):
        random = (random * 171 + 11213) % 53125
        words.append("w" + str(random % 5000))
    return words


def lines_of(words, digit):
    lines = []
    line = ""
    length = 0
    for word in words:
        if word[1] == digit:
            line += word[1:] + ","
            length += 1
            if length == 16:
                lines.append(line)
                line = ""
                length = 0
    lines.append(line)
    return lines
