def parse(text):
    return [int(part) for part in text.split(",")]
print(parse("1,2,3"))
print(parse("1,x,3"))
print("never")
