"(" as Regex
