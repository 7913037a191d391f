def run():
    try:
        print("start")
        raise ValueError("first")
    finally:
        print("finally")
        {}["second"]
run()
