def queens(n):
    solutions = []
    def place(row, columns, down, up):
        if row == n:
            solutions.append(columns)
            return
        for column in range(n):
            if column in columns or row + column in up or row - column in down: continue
            place(row + 1, columns + [column], down | {row - column}, up | {row + column})
    place(0, [], set(), set())
    return solutions
for n in range(1, 7):
    print(n, len(queens(n)))
first = queens(6)[0]
for c in first:
    print("." * c + "Q" + "." * (5 - c))
