"""
The sun and the four largest planets: floats in lists. `run(n)` moves them by n steps of a hundredth of a year, and gives the
energy of the system. Positions in astronomical units, velocities in those a year, masses so that gravity is 1.
"""

# Of a body: x, y, z, their velocities, the mass.
BODIES = [
    [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47841760435743],
    [4.841431442464721, -1.1603200440274284, -0.10362204447112311,
     0.606326392995832, 2.81198684491626, -0.02521836165988763, 0.03769367487038949],
    [8.34336671824458, 4.124798564124305, -0.4035234171143214,
     -1.0107743461787924, 1.8256623712304119, 0.008415761376584154, 0.011286326131968767],
    [12.894369562139131, -15.111151401698631, -0.22330757889265573,
     1.0827910064415354, 0.8687130181696082, -0.010832637401363636, 0.0017237240570597112],
    [15.379697114850917, -25.919314609987964, 0.17925877295037118,
     0.979090732243898, 0.5946989986476762, -0.034755955504078104, 0.0020336868699246304],
]


def run(n):
    bodies = [list(body) for body in BODIES]
    for _ in range(n):
        advance(bodies, 0.01)
    return "%.9f" % energy(bodies)


def advance(bodies, time):
    count = len(bodies)
    for i in range(count):
        a = bodies[i]
        for j in range(i + 1, count):
            b = bodies[j]
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            squared = dx * dx + dy * dy + dz * dz
            magnitude = time / (squared * squared ** 0.5)
            from_b = b[6] * magnitude
            a[3] -= dx * from_b
            a[4] -= dy * from_b
            a[5] -= dz * from_b
            from_a = a[6] * magnitude
            b[3] += dx * from_a
            b[4] += dy * from_a
            b[5] += dz * from_a
    for body in bodies:
        body[0] += time * body[3]
        body[1] += time * body[4]
        body[2] += time * body[5]


def energy(bodies):
    total = 0.0
    count = len(bodies)
    for i in range(count):
        a = bodies[i]
        total += 0.5 * a[6] * (a[3] * a[3] + a[4] * a[4] + a[5] * a[5])
        for j in range(i + 1, count):
            b = bodies[j]
            dx = a[0] - b[0]
            dy = a[1] - b[1]
            dz = a[2] - b[2]
            total -= a[6] * b[6] / (dx * dx + dy * dy + dz * dz) ** 0.5
    return total
