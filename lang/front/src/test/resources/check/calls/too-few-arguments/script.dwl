["a"] joinBy "," ++ joinBy(["b"])
