# Many ints beyond 64 bits as keys and operands, and a long text beyond the BMP: nothing here takes long.
d = {}
for i in range(20000): d[i << 64] = i
print(len(d), d[5 << 64], (5 << 64) + 1 in d, d.get(float(2 ** 66)), d[2 ** 70], -(2 ** 64) in d)
s = {2 ** 200, 10 ** 60, -(2 ** 200), 2.0 ** 200, float(10 ** 22), 10 ** 22, '\x01i0', ('\x01i0', 2 ** 64)}
print(len(s), 2 ** 200 in s, 2.0 ** 200 in s, 10 ** 22 in s, 1e22 in s, ('\x01i0', 2 ** 64) in s, ('\x01i0', 2.0 ** 64) in s, '\x01' + 'i0' in s, 10 ** 60 + 1 in s)
state = 1
for _ in range(20000): state = state * 6364136223846793005 + 1442695040888963407 & 2 ** 64 - 1
print(state)
text = 'ab\U0001f600' * 20000
total = 0
for i in range(20000): total += text.find('b', i) - text.index('a', i) + text.rfind('b', 0, i + 5) + text.find('z', i, i + 9) + text.count('b', i, i + 6)
print(total)
