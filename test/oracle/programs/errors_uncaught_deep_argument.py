l = []
for i in range(5000): l = [l]
raise ValueError(l, 1)
