class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next
class LinkedList:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for i in items: self.append(i)
    def append(self, v):
        node = Node(v)
        if self.head is None: self.head = node
        else:
            last = self.head
            while last.next: last = last.next
            last.next = node
        self.size += 1
    def push(self, v):
        self.head = Node(v, self.head)
        self.size += 1
    def pop(self):
        if not self.head: raise IndexError("pop from empty list")
        v, self.head = self.head.value, self.head.next
        self.size -= 1
        return v
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
        return self
    def remove(self, v):
        prev, cur = None, self.head
        while cur:
            if cur.value == v:
                if prev: prev.next = cur.next
                else: self.head = cur.next
                self.size -= 1
                return True
            prev, cur = cur, cur.next
        return False
    def __iter__(self):
        n = self.head
        while n:
            yield n.value
            n = n.next
    def __len__(self): return self.size
    def __getitem__(self, i):
        if isinstance(i, slice): return list(self)[i]
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(i)
    def __repr__(self): return f"LinkedList({list(self)})"
    def __add__(self, o): return LinkedList([*self, *o])
    def __contains__(self, v): return any(x == v for x in self)
    def __eq__(self, o): return list(self) == list(o)
l = LinkedList([1, 2, 3])
l.push(0)
l.append(4)
print(l, len(l), l[2], l[1:3], 3 in l, 9 in l, l.reverse(), l.remove(2), l.remove(99), l, l.pop(), l + [7, 8], l == LinkedList([3, 1, 0]), bool(LinkedList()), sum(l), max(l))
try:
    LinkedList().pop()
except IndexError as e:
    print(e)
try:
    l[50]
except IndexError as e:
    print(repr(e))
