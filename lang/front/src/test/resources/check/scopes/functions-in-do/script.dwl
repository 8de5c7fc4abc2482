do {
  fun f(x: Number) = x
  fun f(x: String) = x
  ---
  [f(1), f("a"), f([])]
}
