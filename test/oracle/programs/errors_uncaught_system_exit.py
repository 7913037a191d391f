def leave(code):
    print("leaving", code)
    raise SystemExit(code)
try:
    leave(1)
except Exception:
    print("not an Exception")
finally:
    print("cleanup")
