{
  a: 1,
  b: upper([1])
}
