"""What follows a jury: notifications, parchments, the papers about one person."""
