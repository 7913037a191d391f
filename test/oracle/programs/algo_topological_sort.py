class CycleError(ValueError): pass
def topo(graph):
    order, state = [], {}
    def visit(n, path):
        if state.get(n) == "done": return
        if state.get(n) == "open": raise CycleError(" -> ".join(path[path.index(n):] + [n]))
        state[n] = "open"
        for m in graph.get(n, ()): visit(m, path + [n])
        state[n] = "done"
        order.append(n)
    for n in graph: visit(n, [])
    return order[::-1]
deps = {"app": ["lib", "ui"], "ui": ["lib", "gfx"], "lib": ["core"], "gfx": ["core"], "core": [], "test": ["app"]}
print(topo(deps))
try:
    topo({"a": ["b"], "b": ["c"], "c": ["a"]})
except CycleError as e:
    print("cycle", e)
def bfs(graph, start):
    seen, queue, dist = {start}, [start], {start: 0}
    while queue:
        n, *queue = queue
        for m in graph.get(n, []):
            if m not in seen:
                seen.add(m)
                dist[m] = dist[n] + 1
                queue.append(m)
    return dist
print(bfs(deps, "app"))
def dijkstra(g, s):
    dist, todo = {s: 0}, {s}
    done = set()
    while todo:
        n = min(todo, key=lambda k: (dist[k], k))
        todo.remove(n)
        done.add(n)
        for m, w in g.get(n, {}).items():
            d = dist[n] + w
            if m not in done and d < dist.get(m, float("inf")):
                dist[m] = d
                todo.add(m)
    return dist
print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {"e": 1}}, "a"))
def components(edges):
    parent = {}
    def find(x):
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x
    for a, b in edges: parent[find(a)] = find(b)
    groups = {}
    for x in parent: groups.setdefault(find(x), []).append(x)
    return sorted(map(sorted, groups.values()))
print(components([(1, 2), (3, 4), (2, 5), (6, 6), (4, 7)]))
