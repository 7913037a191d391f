text = """The quick brown fox jumps over the lazy dog. It was not amused; the dog, that is! "Why me?" it thought."""
def wrap(s, width):
    lines, line = [], ""
    for w in s.split():
        if line and len(line) + 1 + len(w) > width:
            lines.append(line)
            line = w
        else:
            line = f"{line} {w}" if line else w
    return lines + [line] if line else lines
for l in wrap(text, 30): print(f"|{l:<30}|{l:>30}|{l:^30}|")
def justify(line, width):
    words = line.split()
    if len(words) == 1: return words[0].ljust(width)
    gaps = width - sum(map(len, words))
    each, extra = divmod(gaps, len(words) - 1)
    out = ""
    for i, w in enumerate(words[:-1]): out += w + " " * (each + (i < extra))
    return out + words[-1]
for l in wrap(text, 28)[:-1]: print(justify(l, 28))
freq = {}
for c in text.lower():
    if c.isalpha(): freq[c] = freq.get(c, 0) + 1
print(sorted(freq.items(), key=lambda p: (-p[1], p[0]))[:6])
def caesar(s, k): return "".join(chr((ord(c) - b + k) % 26 + b) if (b := 65 if c.isupper() else 97 if c.islower() else 0) else c for c in s)
print(caesar("Hello, World!", 3), caesar(caesar("Hello", 3), -3))
def rle(s):
    out, i = [], 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]: j += 1
        out.append((s[i], j - i))
        i = j
    return out
print(rle("aaabccd"), "".join(f"{n}{c}" for c, n in rle("wwwwbbbw")), "".join(c * n for c, n in rle("aab")))
def palindrome(s):
    s = [c for c in s.lower() if c.isalnum()]
    return s == s[::-1]
print(palindrome("A man, a plan, a canal: Panama"), palindrome("nope"))
def anagrams(words):
    g = {}
    for w in words: g.setdefault("".join(sorted(w)), []).append(w)
    return [v for v in g.values() if len(v) > 1]
print(anagrams("listen silent enlist google elgoog abc cab".split()))
def levenshtein(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1): cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]
print(levenshtein("kitten", "sitting"), levenshtein("", "abc"), levenshtein("same", "same"))
def camel(s): return "".join(w.capitalize() for w in s.split("_"))
def snake(s): return "".join("_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(s))
print(camel("hello_big_world"), snake("HelloBigWorld"), "x".join("abc"), text.count("the"), text.title()[:30], text.partition(";")[2].strip()[:10])
