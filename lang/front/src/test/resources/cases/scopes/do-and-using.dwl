do {
  var a = 1
  fun f(x) = do { x }
  ---
  using (b = f(a), c: Number = 2) a + b + c
}
