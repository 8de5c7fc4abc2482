orders[?($.total > 10)].id
