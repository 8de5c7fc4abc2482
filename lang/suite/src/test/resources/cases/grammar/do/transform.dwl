do {
  var a = 2
  fun square(n) = n * n
  type Small = Number
  ns x http://x.example
  import reverse from dw::core::Strings
  ---
  {value: square(a) as Small, text: reverse("abc"), nested: do { var a = 9 --- a }}
}
