"""The sieve of Eratosthenes: reading and writing the items of one long list. `run(n)` counts the primes up to n."""


def run(n):
    is_prime = [True] * (n + 1)
    count = 0
    for i in range(2, n + 1):
        if is_prime[i]:
            count += 1
            for multiple in range(i + i, n + 1, i):
                is_prime[multiple] = False
    return count
