upper(paylod.name)
