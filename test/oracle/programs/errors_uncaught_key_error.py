prices = {"apple": 3, "pear": 5}
total = 0
for item in ["apple", "pear", "plum's \"best\""]:
    total += prices[item]
    print(item, total)
