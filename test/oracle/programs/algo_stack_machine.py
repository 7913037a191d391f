class VMError(Exception): pass
class VM:
    def __init__(self):
        self.stack, self.vars, self.out = [], {}, []
        self.ops = {name[3:]: getattr(self, name) for name in dir(self) if name.startswith("op_")}
    def op_push(self, x): self.stack.append(int(x))
    def op_add(self): self.stack.append(self.stack.pop() + self.stack.pop())
    def op_mul(self): self.stack.append(self.stack.pop() * self.stack.pop())
    def op_sub(self):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(a - b)
    def op_dup(self): self.stack.append(self.stack[-1])
    def op_store(self, n): self.vars[n] = self.stack.pop()
    def op_load(self, n):
        try:
            self.stack.append(self.vars[n])
        except KeyError as e:
            raise VMError(f"undefined {e.args[0]}") from e
    def op_print(self): self.out.append(self.stack.pop())
    def op_jnz(self, l): return self.labels[l] if self.stack.pop() else None
    def op_jmp(self, l): return self.labels[l]
    def run(self, text):
        lines, self.labels = [], {}
        for line in text.strip().split("\n"):
            line = line.split(";")[0].strip()
            if line.endswith(":"): self.labels[line[:-1]] = len(lines)
            elif line: lines.append(line.split())
        pc = steps = 0
        while pc < len(lines):
            op, *args = lines[pc]
            if op not in self.ops: raise VMError(f"bad op {op!r} at {pc}")
            try:
                pc = pc + 1 if (target := self.ops[op](*args)) is None else target
            except IndexError:
                raise VMError(f"underflow in {op} at {pc}") from None
            steps += 1
        return self.out, steps
print(VM().run("""
push 5 ; n
store n
push 1
store acc
loop:
load acc
load n
mul
store acc
load n
push 1
sub
dup
store n
jnz loop
load acc
print
"""))
for bad in ("add", "frob 1", "load zz", "push x", "push", "jmp nowhere"):
    try:
        print(VM().run(bad))
    except (VMError, ValueError, TypeError, KeyError) as e:
        print(type(e).__name__, e)
print(sorted(VM().ops))
