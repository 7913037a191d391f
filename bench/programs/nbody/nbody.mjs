/** Of a body: x, y, z, their velocities, the mass. */
const BODIES = [
  [0, 0, 0, 0, 0, 0, 39.47841760435743],
  [
    4.841431442464721, -1.1603200440274284, -0.10362204447112311, 0.606326392995832, 2.81198684491626,
    -0.02521836165988763, 0.03769367487038949,
  ],
  [
    8.34336671824458, 4.124798564124305, -0.4035234171143214, -1.0107743461787924, 1.8256623712304119,
    0.008415761376584154, 0.011286326131968767,
  ],
  [
    12.894369562139131, -15.111151401698631, -0.22330757889265573, 1.0827910064415354, 0.8687130181696082,
    -0.010832637401363636, 0.0017237240570597112,
  ],
  [
    15.379697114850917, -25.919314609987964, 0.17925877295037118, 0.979090732243898, 0.5946989986476762,
    -0.034755955504078104, 0.0020336868699246304,
  ],
];

/** @param {number} n */
export function run(n) {
  const bodies = BODIES.map(body => [...body]);
  for (let step = 0; step < n; step++) advance(bodies, 0.01);
  return energy(bodies).toFixed(9);
}

/**
 * @param {number[][]} bodies
 * @param {number} time
 */
function advance(bodies, time) {
  const count = bodies.length;
  for (let i = 0; i < count; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < count; j++) {
      const b = bodies[j];
      const dx = a[0] - b[0];
      const dy = a[1] - b[1];
      const dz = a[2] - b[2];
      const squared = dx * dx + dy * dy + dz * dz;
      const magnitude = time / (squared * Math.sqrt(squared));
      const fromB = b[6] * magnitude;
      a[3] -= dx * fromB;
      a[4] -= dy * fromB;
      a[5] -= dz * fromB;
      const fromA = a[6] * magnitude;
      b[3] += dx * fromA;
      b[4] += dy * fromA;
      b[5] += dz * fromA;
    }
  }
  for (const body of bodies) {
    body[0] += time * body[3];
    body[1] += time * body[4];
    body[2] += time * body[5];
  }
}

/** @param {number[][]} bodies */
function energy(bodies) {
  let total = 0;
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    total += 0.5 * a[6] * (a[3] * a[3] + a[4] * a[4] + a[5] * a[5]);
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      const dx = a[0] - b[0];
      const dy = a[1] - b[1];
      const dz = a[2] - b[2];
      total -= (a[6] * b[6]) / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return total;
}
