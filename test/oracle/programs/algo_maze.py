maze = """
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#......E#
#########
""".strip().split("\n")
def find(ch):
    for y, row in enumerate(maze):
        if (x := row.find(ch)) >= 0: return x, y
def solve():
    start, end = find("S"), find("E")
    queue, came = [start], {start: None}
    for p in queue:
        if p == end: break
        x, y = p
        for n in ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)):
            if maze[n[1]][n[0]] != "#" and n not in came:
                came[n] = p
                queue.append(n)
    path = []
    while p is not None:
        path.append(p)
        p = came[p]
    return path[::-1]
path = solve()
print(len(path), path[:4], path[-1])
for y, row in enumerate(maze): print("".join("*" if (x, y) in path and c == "." else c for x, c in enumerate(row)))
def flood(grid, x, y, new):
    old = grid[y][x]
    if old == new: return 0
    stack, n = [(x, y)], 0
    while stack:
        x, y = stack.pop()
        if 0 <= y < len(grid) and 0 <= x < len(grid[y]) and grid[y][x] == old:
            grid[y][x] = new
            n += 1
            stack += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    return n
g = [list(r) for r in maze]
print(flood(g, 2, 1, "o"), "".join(g[1]), sum(r.count("o") for r in g))
