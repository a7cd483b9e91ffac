identity-placeholder = x
