class Animal:
    sound = "..."
    def __init__(self, name): self.name = name
    def speak(self): return f"{self.name} says {self.sound}"
    def kind(self): return "animal"
class Dog(Animal):
    sound = "woof"
    def kind(self): return "dog/" + super().kind()
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self): return super().speak().upper() + "!" * self.age
    def kind(self): return "puppy/" + super().kind()
for a in (Animal("a"), Dog("d"), Puppy("p", 2)):
    print(a.speak(), a.kind(), isinstance(a, Dog), type(a).__name__)
class A:
    def who(self): return ["A"]
    def only_a(self): return "only"
class B(A):
    def who(self): return ["B"] + super().who()
class C(A):
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()
print(D().who(), [k.__name__ for k in D.__mro__], D().only_a(), D.__bases__ == (B, C), B.__base__ is A)
class X(C, B): pass
print(X().who())
try:
    class Bad(A, B): pass
except TypeError as e:
    print(e)
try:
    class Bad2(D, X): pass
except TypeError as e:
    print(e)
try:
    class Bad3(A, A): pass
except TypeError as e:
    print(e)
try:
    class Bad4(5): pass
except TypeError as e:
    print(type(e).__name__)
class Base:
    registry = []
    def __init__(self): self.setup()
    def setup(self): Base.registry.append(type(self).__name__)
    def template(self): return self.step1() + self.step2()
    def step1(self): return "1"
    def step2(self): raise NotImplementedError("step2")
class Impl(Base):
    def step2(self): return "two"
print(Impl().template(), Base.registry)
try:
    Base().template()
except NotImplementedError as e:
    print(repr(e))
print(Animal.kind(Dog("z")), Dog.speak(Puppy("y", 1)))
class P:
    x = 1
class Q(P): pass
P.x = 5
print(Q.x, Q().x)
Q.x = 7
print(P.x, Q.x, hasattr(Q, "x"))
del Q.x
print(Q.x)
class Mixin:
    def hello(self): return f"hello from {self.name}"
class Person(Mixin, Animal): pass
print(Person("bob").hello(), Person("bob").speak(), issubclass(Person, Mixin))
class S(Animal):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
print(S("n").name, S(name="m").name)
