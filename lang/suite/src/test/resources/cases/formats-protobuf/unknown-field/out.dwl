{
  "-35": 111111 as Number {wireType: "Varint"}
}
