class Tree:
    def __init__(self, child): self.child = child
    def depth(self): return 1 + self.child.depth()
t = Tree(None)
t.child = t
print("looping")
t.depth()
