pets filter $.age > 2 orderBy $.name map $.name
