upper((x) -> x)
