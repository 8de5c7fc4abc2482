{
  american: [
    "Boston Red Sox",
    "Detroit Tigers"
  ],
  national: [
    "New York Mets"
  ]
}
