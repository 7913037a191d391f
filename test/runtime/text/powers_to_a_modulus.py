# Moduli at the border up to which products of two remainders are exact in floats, and beyond.
for base in [0, 1, 2, -3, 7, 123456, 2**53, 10**20, -10**20, True]:
    for exponent in [0, 1, 2, 10, 65537, 2**52 + 3, 10**18, True]:
        row = [pow(base, exponent, modulus) for modulus in [1, -1, 2, 7, -7, 1000, 2**26, -2**26, 2**26 + 1, 10**12, -10**12]]
        print(base, exponent, row)
