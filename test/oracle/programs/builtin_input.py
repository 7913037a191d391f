# input: Ada
# input: 36
# input:   spaced  
# input:
# input: last
name = input("Name? ")
age = int(input())
print(f"{name} is {age}")
print(repr(input("a"  "b: ")))
print(repr(input()))
lines = []
try:
    while True:
        lines.append(input())
except EOFError as e:
    print(lines, type(e).__name__, e)
