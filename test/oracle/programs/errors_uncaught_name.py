def greet():
    return "hello " + nmae
name = "x"
print(name)
greet()
