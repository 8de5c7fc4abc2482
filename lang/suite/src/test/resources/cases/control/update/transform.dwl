payload update {
  case n at .name -> upper(n)
  case .age -> $ + 1
  case .tags[0] -> "first"
  case .address.street! -> "Main"
  case x at .missing -> "never"
  case .name if ($ == "ANN") -> "Ann B."
}
